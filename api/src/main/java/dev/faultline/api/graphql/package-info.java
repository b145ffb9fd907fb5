/// GraphQL over the graph: schema first, batched reads, bounded depth and cost; and the explorer page.
@NullMarked
package dev.faultline.api.graphql;

import org.jspecify.annotations.NullMarked;
