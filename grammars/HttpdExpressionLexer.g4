/*
 * The words of httpd's expressions (ap_expr), as util_expr_scan cuts them. Strings hold variables,
 * and the arguments of variables hold strings: each has a mode of its own. A text with variables
 * that stands alone is read in the mode TEXT.
 */
lexer grammar HttpdExpressionLexer;

WHITE_SPACE : [ \t\r\n]+ -> skip ;

TRUE  : 'true' ;
FALSE : 'false' ;

OR        : '||' ;
AND       : '&&' ;
MATCH     : '=~' ;
NOT_MATCH : '!~' ;
STRING_OPERATOR : '==' | '=' | '!=' | '<=' | '<' | '>=' | '>' ;
NOT       : '!' ;
NUMBER_OPERATOR : '-'? ( 'eq' | 'ne' | 'le' | 'lt' | 'ge' | 'gt' ) ;
IN        : '-'? 'in' ;

BINARY_OPERATOR : '-' LETTER ( LETTER | [0-9] )+ ;
UNARY_OPERATOR  : '-' LETTER ;

OPEN        : '(' ;
CLOSE       : ')' ;
OPEN_BRACE  : '{' ;
CLOSE_BRACE : '}' ;
COMMA       : ',' ;
DOT         : '.' ;

REGEX
    : 'm'? '/' ( ~[/\\] | '\\' . )* '/' REGEX_FLAGS
    | 'm#' ( ~[#\\] | '\\' . )* '#' REGEX_FLAGS
    | 'm|' ( ~[|\\] | '\\' . )* '|' REGEX_FLAGS
    | 'm,' ( ~[,\\] | '\\' . )* ',' REGEX_FLAGS
    | 'm!' ( ~[!\\] | '\\' . )* '!' REGEX_FLAGS
    | 'm%' ( ~[%\\] | '\\' . )* '%' REGEX_FLAGS
    | 'm@' ( ~[@\\] | '\\' . )* '@' REGEX_FLAGS
    | 'm;' ( ~[;\\] | '\\' . )* ';' REGEX_FLAGS
    | 'm\'' ( ~['\\] | '\\' . )* '\'' REGEX_FLAGS
    | 'm"' ( ~["\\] | '\\' . )* '"' REGEX_FLAGS
    | 'm^' ( ~[^\\] | '\\' . )* '^' REGEX_FLAGS
    ;

DIGITS        : [0-9]+ ;
NAME          : LETTER ( LETTER | [0-9] )* ;
BACKREFERENCE : '$' [0-9] ;
VARIABLE      : '%{' -> pushMode(VARIABLE_NAME) ;
SINGLE_QUOTE  : '\'' -> pushMode(SINGLE_QUOTED) ;
DOUBLE_QUOTE  : '"' -> pushMode(DOUBLE_QUOTED) ;
OTHER         : . ;

fragment LETTER      : [a-zA-Z_] ;
fragment REGEX_FLAGS : [imsgn]* ;

mode SINGLE_QUOTED;

SINGLE_END           : '\'' -> popMode ;
STRING_TEXT          : ( ~['\\%$] | '\\' . )+ ;
SINGLE_BACKREFERENCE : '$' [0-9] -> type(BACKREFERENCE) ;
SINGLE_VARIABLE      : '%{' -> type(VARIABLE), pushMode(VARIABLE_NAME) ;
SINGLE_OTHER         : [%$\\] -> type(STRING_TEXT) ;

mode DOUBLE_QUOTED;

DOUBLE_END           : '"' -> popMode ;
DOUBLE_TEXT          : ( ~["\\%$] | '\\' . )+ -> type(STRING_TEXT) ;
DOUBLE_BACKREFERENCE : '$' [0-9] -> type(BACKREFERENCE) ;
DOUBLE_VARIABLE      : '%{' -> type(VARIABLE), pushMode(VARIABLE_NAME) ;
DOUBLE_OTHER         : [%$\\] -> type(STRING_TEXT) ;

mode TEXT;

TEXT_TEXT          : ( ~[\\%$] | '\\' . )+ -> type(STRING_TEXT) ;
TEXT_BACKREFERENCE : '$' [0-9] -> type(BACKREFERENCE) ;
TEXT_VARIABLE      : '%{' -> type(VARIABLE), pushMode(VARIABLE_NAME) ;
TEXT_OTHER         : [%$\\] -> type(STRING_TEXT) ;

mode VARIABLE_NAME;

VARIABLE_END   : '}' -> popMode ;
IDENTIFIER     : [a-zA-Z_] [a-zA-Z0-9_]* ;
COLON          : ':' -> mode(VARIABLE_ARGUMENT) ;
VARIABLE_OTHER : . -> type(OTHER) ;

mode VARIABLE_ARGUMENT;

ARGUMENT_END           : '}' -> type(VARIABLE_END), popMode ;
ARGUMENT_TEXT          : ( ~[}\\%$] | '\\' . )+ -> type(STRING_TEXT) ;
ARGUMENT_BACKREFERENCE : '$' [0-9] -> type(BACKREFERENCE) ;
ARGUMENT_VARIABLE      : '%{' -> type(VARIABLE), pushMode(VARIABLE_NAME) ;
ARGUMENT_OTHER         : [%$\\] -> type(STRING_TEXT) ;
