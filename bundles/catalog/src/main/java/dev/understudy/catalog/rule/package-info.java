/** Files of preprocessing rules: their schema and their meaning. */
@NullMarked
package dev.understudy.catalog.rule;

import org.jspecify.annotations.NullMarked;
