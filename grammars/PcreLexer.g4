/*
 * The words of Perl-compatible regular expressions, as PCRE2 cuts them (pcre2pattern).
 *
 * A character is one byte. A pattern is a flat run of words: what stands between an opening and its
 * closing parenthesis is the reader's concern, so that no depth of nesting can exhaust a stack.
 */
lexer grammar PcreLexer;

// A run of bytes that stand for themselves, as ']' and '}' do outside a class.
TEXT  : ~[\\^$.[|()?*+{]+ ;
BRACE : '{' ;

CARET       : '^' ;
DOLLAR      : '$' ;
DOT         : '.' ;
ALTERNATIVE : '|' ;

// Greedy, lazy ('?') or possessive ('+'). Braces that hold no numbers are no quantifier.
REPEAT : ( [*+?] | '{' DIGIT+ '}' | '{' DIGIT+ ',' DIGIT* '}' ) [?+]? ;

// Backslashes.
QUOTED          : '\\Q' .*? ( '\\E' | EOF ) ;
END_OF_QUOTE    : '\\E' -> skip ;
SET             : '\\' [dDwWsShHvV] ;
NOT_LINE_FEED   : '\\N' ;
LINE_BREAK      : '\\R' ;
POSITION        : '\\' [AzZbBG] ;
NUMBER          : '\\' [1-9] DIGIT* ;
OCTAL           : '\\0' OCT? OCT? | '\\o{' OCT+ '}' ;
HEXADECIMAL     : '\\x' ( HEX? HEX? | '{' HEX+ '}' ) ;
CONTROL         : '\\c' . ;
REFERENCE       : '\\k' ( '{' NAME '}' | '<' NAME '>' | '\'' NAME '\'' )
                | '\\g' ( SIGNED | '{' SIGNED '}' | '{' NAME '}' )
                | '(?P=' NAME ')'
                ;
CALL            : '\\g' ( '<' ( NAME | SIGNED ) '>' | '\'' ( NAME | SIGNED ) '\'' )
                | '(?' ( 'R' | SIGNED | '&' NAME | 'P>' NAME ) ')'
                ;
PROPERTY        : '\\' [pP] ( '{' ~[}]* '}' | [A-Za-z] ) ;
BEYOND_BYTES    : '\\' [CKX] ;
NAMED_CHARACTER : '\\N{' ~[0-9,}] ~[}]* '}' ;
ESCAPED         : '\\' . ;
LONE_BACKSLASH  : '\\' ;

// Parentheses.
COMMENT          : '(?#' ~[)]* ')' -> skip ;
UNCLOSED_COMMENT : '(?#' ~[)]* ;
CALLOUT          : '(?C' DIGIT* ')' -> skip ;
OPEN             : '(' ;
NAMED_OPEN       : '(?' 'P'? '<' NAME '>' | '(?\'' NAME '\'' ;
OPTIONS          : '(?' '^'? OPTION* ( '-' OPTION* )? [:)] ;
LOOKAHEAD        : '(?=' | '(*' ( 'pla' | 'positive_lookahead' ) ':' ;
NOT_AHEAD        : '(?!' | '(*' ( 'nla' | 'negative_lookahead' ) ':' ;
LOOKBEHIND       : '(?<=' | '(*' ( 'plb' | 'positive_lookbehind' ) ':' ;
NOT_BEHIND       : '(?<!' | '(*' ( 'nlb' | 'negative_lookbehind' ) ':' ;
ATOMIC           : '(?>' | '(*atomic:' ;
BRANCH_RESET     : '(?|' ;
CONDITION        : '(?(' ~[?*)] ~[)]* ')' ;
VERB             : '(*' [A-Z_:] ~[)]* ')' ;
RARE_ASSERTION   : '(*' ( 'napla' | 'naplb' | 'sr' | 'asr' | 'script_run' | 'atomic_script_run'
                        | 'non_atomic_positive_lookahead' | 'non_atomic_positive_lookbehind' ) ':' ;
OTHER_ASSERTION  : '(*' [a-z_]+ ':' ;
OTHER_GROUP      : '(?' 'P'? ( '<' | '\'' )? ;
CLOSE            : ')' ;

// A bracket that closes nothing at the beginning of a class is a member.
WORD_EDGE     : '[[:' [<>] ':]]' ;
OUTSIDE_CLASS : '[:' ~[:\]\\]* ':]' | '[.' ~[.\]\\]* '.]' | '[=' ~[=\]\\]* '=]' ;
CLASS_OPEN    : '[' '^'? ']'? -> pushMode(CLASS) ;

fragment DIGIT  : [0-9] ;
fragment OCT    : [0-7] ;
fragment HEX    : [0-9A-Fa-f] ;
fragment SIGNED : [+-]? DIGIT+ ;
fragment NAME   : [A-Za-z_] [A-Za-z0-9_]* ;
fragment OPTION : [imsxnJU] ;

mode CLASS;

CLASS_CLOSE          : ']' -> popMode ;
POSIX                : '[:' ~[:\]\\]* ':]' ;
COLLATING            : '[.' ~[.\]\\]* '.]' | '[=' ~[=\]\\]* '=]' ;
HYPHEN               : '-' ;
CLASS_QUOTED         : '\\Q' .*? ( '\\E' | EOF ) -> type(QUOTED) ;
CLASS_END_OF_QUOTE   : '\\E' -> skip ;
CLASS_SET            : '\\' [dDwWsShHvV] -> type(SET) ;
CLASS_OCTAL          : ( '\\' OCT OCT? OCT? | '\\o{' OCT+ '}' ) -> type(OCTAL) ;
CLASS_HEXADECIMAL    : '\\x' ( HEX? HEX? | '{' HEX+ '}' ) -> type(HEXADECIMAL) ;
CLASS_CONTROL        : '\\c' . -> type(CONTROL) ;
CLASS_PROPERTY       : '\\' [pP] ( '{' ~[}]* '}' | [A-Za-z] ) -> type(PROPERTY) ;
CLASS_ESCAPED        : '\\' . -> type(ESCAPED) ;
CLASS_LONE_BACKSLASH : '\\' -> type(LONE_BACKSLASH) ;
MEMBER               : . ;
