/** What requests for properties are told: lists of names and values, free of I/O. */
@NullMarked
package dev.understudy.engine.properties;

import org.jspecify.annotations.NullMarked;
