/*
 * The words of Apache httpd configuration files and .htaccess files, as httpd cuts them
 * (ap_cfg_getline, ap_getword_conf; parseargline of mod_rewrite for its two directives).
 *
 * A character is one byte of the file. A backslash at the end of a line joins it with the next one
 * anywhere, even inside a word or a comment; words that were joined carry the joint in their text.
 */
lexer grammar HttpdLexer;

WHITE_SPACE : ( [ \t\r\n\f\u000B] | JOINT )+ -> skip ;

COMMENT : '#' ( ~[\n\\] | JOINT | '\\' )* ;

// mod_rewrite cuts the words of these two itself; of all others httpd's core does.
REWRITE_NAME : ( R E W R I T E R U L E | R E W R I T E C O N D ) -> pushMode(REWRITE) ;

SECTION_CLOSE : '</' ( ~[\n\\] | JOINT | '\\' )* ;
SECTION_NAME  : '<' ( ~[ \t\r\n\f\u000B\\>] | JOINT | '\\' )* -> pushMode(SECTION) ;
QUOTED_NAME   : QUOTED -> pushMode(ARGUMENTS) ;
NAME          : ( ~[ \t\r\n\f\u000B\\#<"'] | JOINT | '\\' ) WORD_PART* -> pushMode(ARGUMENTS) ;

fragment WORD_PART : ~[ \t\r\n\f\u000B\\] | JOINT | '\\' ;
fragment JOINT     : '\\' '\r'? '\n' ;
fragment ESCAPE    : '\\' JOINT* ~[\n] ;

// Quotes need not be closed: the end of the line closes them.
fragment QUOTED
    : '"'  ( ~["\\\n] | JOINT | ESCAPE )* ( '"' | '\\' )?
    | '\'' ( ~['\\\n] | JOINT | ESCAPE )* ( '\'' | '\\' )?
    ;

fragment C : [cC] ;
fragment D : [dD] ;
fragment E : [eE] ;
fragment I : [iI] ;
fragment L : [lL] ;
fragment N : [nN] ;
fragment O : [oO] ;
fragment R : [rR] ;
fragment T : [tT] ;
fragment U : [uU] ;
fragment W : [wW] ;

mode ARGUMENTS;

END_OF_LINE    : '\n' -> popMode ;
ARGUMENT_SPACE : ( [ \t\r\f\u000B] | JOINT )+ -> skip ;
QUOTED_WORD    : QUOTED ;
BARE_WORD      : ( ~[ \t\r\n\f\u000B\\"'] | JOINT | '\\' ) WORD_PART* ;

// Here a backslash keeps a white space in its word, and quotes cannot be escaped.
mode REWRITE;

REWRITE_END   : '\n' -> type(END_OF_LINE), popMode ;
REWRITE_SPACE : ( [ \t\r\f\u000B] | JOINT )+ -> skip ;
REWRITE_QUOTED
    : '"'  ( ~["\\\n] | JOINT | '\\' )* '"'?
    | '\'' ( ~['\\\n] | JOINT | '\\' )* '\''?
    ;
REWRITE_BARE
    : ( ~[ \t\r\n\f\u000B\\"'] | REWRITE_ESCAPE ) ( ~[ \t\r\n\f\u000B\\] | REWRITE_ESCAPE )*
    ;

fragment REWRITE_ESCAPE : JOINT | '\\' [ \t\r\f\u000B]? ;

// The last '>' of the line ends the section's arguments; what follows it httpd ignores.
mode SECTION;

SECTION_UNCLOSED : '\n' -> type(END_OF_LINE), popMode ;
SECTION_SPACE    : ( [ \t\r\f\u000B] | JOINT )+ -> skip ;
SECTION_END      : '>' ( ~[>\n\\] | JOINT | '\\' )* ( '\n' | EOF ) -> popMode ;
SECTION_QUOTED
    : '"'  ( ~["\\\n]  | JOINT | ESCAPE )* '"'
    | '\'' ( ~['\\\n]  | JOINT | ESCAPE )* '\''
    | '"'  ( ~["\\\n>] | JOINT | ESCAPE )*
    | '\'' ( ~['\\\n>] | JOINT | ESCAPE )*
    ;
// A '>' that is not the last one of its line begins a further piece of the same word.
SECTION_BARE     : ( ~[ \t\r\n\f\u000B\\"'] | JOINT | '\\' ) ( ~[ \t\r\n\f\u000B\\>] | JOINT | '\\' )* ;
