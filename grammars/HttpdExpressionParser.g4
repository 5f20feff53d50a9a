/*
 * httpd's expressions (ap_expr): conditions, and texts with variables in them.
 */
parser grammar HttpdExpressionParser;

options { tokenVocab = HttpdExpressionLexer; }

condition : holds=disjunction EOF ;

text : pieces+=piece* EOF ;

disjunction : operands+=conjunction ( OR operands+=conjunction )* ;

conjunction : operands+=negation ( AND operands+=negation )* ;

negation
    : NOT operand=negation
    | basic=test
    ;

test
    : OPEN inside=disjunction CLOSE
    | constant=( TRUE | FALSE )
    | unary=UNARY_OPERATOR operand=word
    | left=word comparison
    ;

comparison
    : operator=( STRING_OPERATOR | NUMBER_OPERATOR | BINARY_OPERATOR ) right=word
    | match=( MATCH | NOT_MATCH ) regex=REGEX
    | IN OPEN_BRACE members+=word ( COMMA members+=word )* CLOSE_BRACE
    ;

word : parts+=part ( DOT parts+=part )* ;

part
    : digits=DIGITS
    | SINGLE_QUOTE pieces+=piece* SINGLE_END
    | DOUBLE_QUOTE pieces+=piece* DOUBLE_END
    | single=piece
    | function=NAME OPEN argument=word CLOSE
    ;

piece
    : literal=STRING_TEXT
    | reference=BACKREFERENCE
    | VARIABLE name=IDENTIFIER ( COLON pieces+=piece* )? VARIABLE_END
    ;
