/*
 * The words of nginx configuration files, as nginx itself cuts them (ngx_conf_read_token).
 *
 * A character is one byte of the file: what the bytes mean is not this grammar's concern.
 */
lexer grammar NginxLexer;

// Where a directive may begin.
WHITE_SPACE : [ \t\r\n]+ -> skip ;

COMMENT : '#' ~[\n]* ;

SEMICOLON : ';' ;
OPEN      : '{' ;
CLOSE     : '}' ;

// A directive that takes a block of Lua code; the code is not nginx's to read.
BY_LUA : ( LUA_NAME | '"' LUA_NAME '"' | '\'' LUA_NAME '\'' ) -> mode(LUA_HEADER) ;

DOUBLE       : QUOTED_TWICE -> mode(ARGUMENTS) ;
SINGLE       : QUOTED_ONCE -> mode(ARGUMENTS) ;
GLUED        : NO_SPACE_AFTER_QUOTE -> mode(ARGUMENTS) ;
UNTERMINATED : LONE_QUOTE ;
BARE         : WORD -> mode(ARGUMENTS) ;

fragment LUA_NAME : [a-z_]+ '_by_lua_block' ;

fragment QUOTED_TWICE : '"' ( ESCAPE | ~["\\] )* '"' ;
fragment QUOTED_ONCE  : '\'' ( ESCAPE | ~['\\] )* '\'' ;

// After a closing quote nginx wants white space, ';', '{' or ')'.
fragment NO_SPACE_AFTER_QUOTE : ( QUOTED_TWICE | QUOTED_ONCE ) ~[ \t\r\n;{)] ;

// A quote that is never closed would swallow the rest of the file: it is cut at the end of its line.
fragment LONE_QUOTE
    : '"' ( ESCAPE | ~["\\\n] )* '\\'?
    | '\'' ( ESCAPE | ~['\\\n] )* '\\'?
    ;

// '#', '}' and quotes are ordinary inside a word; '${' is no block.
fragment WORD : ( ESCAPE | '$' '{'* | ~[ \t\r\n;{}#"'\\$] ) ( ESCAPE | '$' '{'* | ~[ \t\r\n;{\\$] )* '\\'? | '\\' ;

fragment ESCAPE : '\\' . ;

// The words after a directive's name.
mode ARGUMENTS;

ARGUMENT_SPACE        : [ \t\r\n]+ -> skip ;
ARGUMENT_COMMENT      : '#' ~[\n]* -> type(COMMENT) ;
ARGUMENTS_END         : ';' -> type(SEMICOLON), mode(DEFAULT_MODE) ;
ARGUMENTS_OPEN        : '{' -> type(OPEN), mode(DEFAULT_MODE) ;
ARGUMENTS_CLOSE       : '}' -> type(CLOSE), mode(DEFAULT_MODE) ;
ARGUMENT_DOUBLE       : QUOTED_TWICE -> type(DOUBLE) ;
ARGUMENT_SINGLE       : QUOTED_ONCE -> type(SINGLE) ;
ARGUMENT_GLUED        : NO_SPACE_AFTER_QUOTE -> type(GLUED) ;
ARGUMENT_UNTERMINATED : LONE_QUOTE -> type(UNTERMINATED), mode(DEFAULT_MODE) ;
ARGUMENT_BARE         : WORD -> type(BARE) ;

// From 'content_by_lua_block' to its '{': the variable of set_by_lua_block, comments.
mode LUA_HEADER;

LUA_HEADER_SPACE   : [ \t\r\n]+ -> skip ;
LUA_HEADER_COMMENT : '#' ~[\n]* -> type(COMMENT) ;
LUA_HEADER_END     : ';' -> type(SEMICOLON), mode(DEFAULT_MODE) ;
LUA_HEADER_CLOSE   : '}' -> type(CLOSE), mode(DEFAULT_MODE) ;
LUA_HEADER_WORD    : ~[ \t\r\n;{}#] ~[ \t\r\n;{]* -> type(BARE) ;
LUA_OPEN           : '{' -> more, mode(LUA) ;

// The whole block becomes one token: only what can hide a brace is looked at.
mode LUA;

LUA_BLOCK : '}' -> mode(DEFAULT_MODE) ;
LUA_BRACE : '{' -> more, pushMode(LUA_NESTED) ;
LUA_ATOM  : LUA_PIECE -> more ;

mode LUA_NESTED;

LUA_NESTED_END   : '}' -> more, popMode ;
LUA_NESTED_BRACE : '{' -> more, pushMode(LUA_NESTED) ;
LUA_NESTED_ATOM  : LUA_PIECE -> more ;

fragment LUA_PIECE
    : '"' ( '\\' . | ~["\\\n] )* '"'
    | '\'' ( '\\' . | ~['\\\n] )* '\''
    | '--' ( ~[[\n] ~[\n]* | '[' '='* ~[[=\n] ~[\n]* )?
    | '--'? '[[' .*? ']]'
    | '--'? '[=[' .*? ']=]'
    | '--'? '[==[' .*? ']==]'
    | '--'? '[===[' .*? ']===]'
    | ~[{}"'[\-]+
    | ["'[\-]
    ;
