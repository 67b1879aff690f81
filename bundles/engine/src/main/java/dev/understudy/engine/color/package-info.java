/** Colors of every kind to sRGB. */
@NullMarked
package dev.understudy.engine.color;

import org.jspecify.annotations.NullMarked;
