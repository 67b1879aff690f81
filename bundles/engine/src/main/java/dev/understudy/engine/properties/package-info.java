/** Answers to requests for properties: lists of names and values, and what they are made of. */
@NullMarked
package dev.understudy.engine.properties;

import org.jspecify.annotations.NullMarked;
