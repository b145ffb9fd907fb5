package dev.faultline.api.graphql;

import java.util.Locale;

import graphql.GraphQLContext;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;

/// The scalar `Json`: a value as it is; it only goes out.
final class JsonScalar implements Coercing<Object, Object> {
    static final GraphQLScalarType TYPE = GraphQLScalarType.newScalar().name("Json").coercing(new JsonScalar()).build();

    @Override
    public Object serialize(Object value, GraphQLContext context, Locale locale) {
        return value;
    }
}
