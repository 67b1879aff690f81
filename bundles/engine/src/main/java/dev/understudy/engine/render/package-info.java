/** Makes the image that a plan describes: open, decode, lay out, compose, encode. */
@NullMarked
package dev.understudy.engine.render;

import org.jspecify.annotations.NullMarked;
