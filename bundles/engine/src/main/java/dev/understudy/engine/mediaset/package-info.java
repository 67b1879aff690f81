/** Media sets: the text that lists the members of a set, the kinds of sets, and what the members come to. */
@NullMarked
package dev.understudy.engine.mediaset;

import org.jspecify.annotations.NullMarked;
