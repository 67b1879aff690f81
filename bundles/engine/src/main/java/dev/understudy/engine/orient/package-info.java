/** The eight ways to turn an image without touching a sample's value. */
@NullMarked
package dev.understudy.engine.orient;

import org.jspecify.annotations.NullMarked;
