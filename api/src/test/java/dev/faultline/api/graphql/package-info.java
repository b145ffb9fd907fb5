@NullMarked
package dev.faultline.api.graphql;

import org.jspecify.annotations.NullMarked;
