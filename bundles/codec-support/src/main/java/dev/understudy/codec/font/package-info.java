/** Fonts that are loaded from files of others: checked first, and looked at while they are drawn with. */
@NullMarked
package dev.understudy.codec.font;

import org.jspecify.annotations.NullMarked;
