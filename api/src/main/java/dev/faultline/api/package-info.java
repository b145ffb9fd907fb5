/// HTTP, GraphQL, webhooks, console, security, and the class that starts it all.
@NullMarked
package dev.faultline.api;

import org.jspecify.annotations.NullMarked;
