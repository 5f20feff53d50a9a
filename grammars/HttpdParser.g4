/*
 * Apache httpd configuration and .htaccess files: directives, sections and comments.
 *
 * The grammar is flat: a section's opening and its closing are items of their own, and the reader of
 * the items puts them together. So no depth of nesting can exhaust the parser's stack.
 */
parser grammar HttpdParser;

options { tokenVocab = HttpdLexer; }

item
    : directive
    | sectionStart
    | sectionEnd
    | comment
    ;

directive
    : ( NAME | QUOTED_NAME ) argument* ( END_OF_LINE | EOF )
    | REWRITE_NAME rewriteArgument* ( END_OF_LINE | EOF )
    ;

sectionStart : SECTION_NAME sectionArgument* SECTION_END ;

sectionEnd : SECTION_CLOSE ;

comment : COMMENT ;

argument
    : BARE_WORD
    | QUOTED_WORD
    ;

rewriteArgument
    : REWRITE_BARE
    | REWRITE_QUOTED
    ;

sectionArgument
    : SECTION_BARE
    | SECTION_QUOTED
    ;
