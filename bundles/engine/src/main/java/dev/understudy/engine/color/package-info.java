/** Colors of every kind to those of any profile. */
@NullMarked
package dev.understudy.engine.color;

import org.jspecify.annotations.NullMarked;
