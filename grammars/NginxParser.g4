/*
 * nginx configuration: directives, blocks and comments.
 *
 * The grammar is flat: a block's opening and its closing are items of their own, and the reader of
 * the items puts them together. So no depth of nesting can exhaust the parser's stack.
 */
parser grammar NginxParser;

options { tokenVocab = NginxLexer; }

item
    : directive
    | blockEnd
    | comment
    ;

directive
    : argument ( argument | comment )* end=( SEMICOLON | OPEN )
    | BY_LUA ( argument | comment )* end=LUA_BLOCK
    ;

blockEnd : CLOSE ;

comment : COMMENT ;

argument
    : BARE
    | DOUBLE
    | SINGLE
    ;
