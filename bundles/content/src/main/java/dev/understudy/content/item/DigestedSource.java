package dev.understudy.content.item;

import dev.understudy.source.Source;

/**
 * An open file, at its start, and the MD5 of its bytes.
 *
 * @param digest lower-case hexadecimal
 */
record DigestedSource(Source source, String digest) {}
