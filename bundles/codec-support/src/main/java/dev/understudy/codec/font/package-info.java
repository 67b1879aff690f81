/** Fonts that are loaded from files of others: checked first, looked at while they are drawn with, and spaced by the shapes of their letters. */
@NullMarked
package dev.understudy.codec.font;

import org.jspecify.annotations.NullMarked;
