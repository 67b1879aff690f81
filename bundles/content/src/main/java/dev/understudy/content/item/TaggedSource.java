package dev.understudy.content.item;

import dev.understudy.source.Source;

/**
 * An open file, at its start, and what tells its bytes from others.
 *
 * @param tag lower-case hexadecimal, for the ETag
 */
record TaggedSource(Source source, String tag) {}
