/** Pieces of static content: which one a request names, and what it is answered with. */
@NullMarked
package dev.understudy.content.item;

import org.jspecify.annotations.NullMarked;
