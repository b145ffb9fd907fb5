/// The settings: every key with its default and its rule, and where their values come from.
@NullMarked
package dev.faultline.api.settings;

import org.jspecify.annotations.NullMarked;
