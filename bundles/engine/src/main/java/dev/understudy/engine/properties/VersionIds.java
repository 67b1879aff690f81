package dev.understudy.engine.properties;

import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.RecordFields;
import dev.understudy.serve.Md5;
import dev.understudy.source.Stamp;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Version identifiers, for {@code id=}: another one whenever what it stands for has changed, the same on every server that
 * has the same files.
 *
 * <p>Source: the reference's page on id.
 */
final class VersionIds {

    private VersionIds() {}

    /** The version of an image made of these files. */
    static String ofImage(List<Stamp> stamps) {
        return digest(stamps.stream().map(VersionIds::state));
    }

    /** The version of what these records say. */
    static String ofMetadata(List<CatalogRecord> records) {
        return digest(records.stream().map(record -> record.id() + " " + record.get(RecordFields.USER_DATA)));
    }

    /** The state of a file without what each server's file system says of it; that of a foreign image is its content. */
    private static String state(Stamp stamp) {
        String state = stamp.key() + " " + stamp.modified() + " " + stamp.length();
        return stamp.key().isForeign() ? state + " " + stamp.identity() : state;
    }

    private static String digest(Stream<String> parts) {
        return Md5.of(parts.collect(Collectors.joining("\n")));
    }
}
