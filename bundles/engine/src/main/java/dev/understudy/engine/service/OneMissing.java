package dev.understudy.engine.service;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;

/**
 * All files but one, which is missing.
 *
 * @param sources where the others are
 * @param missing that one
 */
record OneMissing(SourceAccess sources, SourceKey missing) implements SourceAccess {

    @Override
    public Stamp stamp(SourceKey key) throws ServeException {
        requireOther(key);
        return sources.stamp(key);
    }

    @Override
    public Source open(SourceKey key) throws ServeException {
        requireOther(key);
        return sources.open(key);
    }

    private void requireOther(SourceKey key) throws ServeException {
        if (key.equals(missing)) {
            throw new ServeException(new Failure.Missing(key.toString(), key.fromCatalog()));
        }
    }
}
