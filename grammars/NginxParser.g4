/*
 * nginx configuration: directives, blocks and comments.
 *
 * The grammar is flat: a block's opening and its closing are items of their own, and the reader of
 * the items puts them together. So no depth of nesting can exhaust the parser's stack.
 */
parser grammar NginxParser;

options { tokenVocab = NginxLexer; }

item
    : read=directive
    | closed=blockEnd
    | said=comment
    ;

directive
    : words+=( BARE | DOUBLE | SINGLE ) words+=( BARE | DOUBLE | SINGLE | COMMENT )*
      end=( SEMICOLON | OPEN )
    | words+=BY_LUA words+=( BARE | DOUBLE | SINGLE | COMMENT )* end=LUA_BLOCK
    ;

blockEnd : CLOSE ;

comment : COMMENT ;
