/// What reads the outside world, one package a source, and reconciliation of claims into changes.
@NullMarked
package dev.faultline.collectors;

import org.jspecify.annotations.NullMarked;
