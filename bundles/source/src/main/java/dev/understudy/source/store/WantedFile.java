package dev.understudy.source.store;

import dev.understudy.source.SourceKey;
import java.util.List;

/**
 * A file that a request needs.
 *
 * @param places where it may be, in the order in which they are tried
 */
record WantedFile(SourceKey key, List<StoredFile> places) {}
