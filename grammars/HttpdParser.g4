/*
 * Apache httpd configuration and .htaccess files: directives, sections and comments.
 *
 * The grammar is flat: a section's opening and its closing are items of their own, and the reader of
 * the items puts them together. So no depth of nesting can exhaust the parser's stack.
 */
parser grammar HttpdParser;

options { tokenVocab = HttpdLexer; }

item
    : read=directive
    | opened=sectionStart
    | closed=sectionEnd
    | said=comment
    ;

directive
    : name=( NAME | QUOTED_NAME ) words+=( BARE_WORD | QUOTED_WORD )* ( END_OF_LINE | EOF )
    | name=REWRITE_NAME words+=( REWRITE_BARE | REWRITE_QUOTED )* ( END_OF_LINE | EOF )
    ;

sectionStart : name=SECTION_NAME words+=( SECTION_BARE | SECTION_QUOTED )* end=SECTION_END ;

sectionEnd : SECTION_CLOSE ;

comment : COMMENT ;
