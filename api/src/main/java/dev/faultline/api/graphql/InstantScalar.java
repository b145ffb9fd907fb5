package dev.faultline.api.graphql;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;

/// The scalar `Instant`: ISO 8601 with an offset.
final class InstantScalar implements Coercing<Instant, String> {
    static final GraphQLScalarType TYPE = GraphQLScalarType.newScalar().name("Instant").coercing(new InstantScalar()).build();

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
        return value.toString();
    }

    @Override
    public Instant parseValue(Object input, GraphQLContext context, Locale locale) {
        try {
            return parse(String.valueOf(input));
        } catch (DateTimeParseException e) {
            throw new CoercingParseValueException(sentence(input), e);
        }
    }

    @Override
    public Instant parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        String text = input instanceof StringValue string ? String.valueOf(string.getValue()) : input.toString();
        try {
            return parse(text);
        } catch (DateTimeParseException e) {
            throw new CoercingParseLiteralException(sentence(text), e);
        }
    }

    private static Instant parse(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static String sentence(Object input) {
        return "the instant is '" + input + "', expected one such as 2026-01-02T09:30:00Z";
    }
}
