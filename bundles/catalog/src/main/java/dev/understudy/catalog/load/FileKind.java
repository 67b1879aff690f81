package dev.understudy.catalog.load;

import dev.understudy.catalog.FontRecord;
import dev.understudy.catalog.ProfileRecord;
import dev.understudy.catalog.RecordFields;
import dev.understudy.catalog.RuleSet;
import dev.understudy.catalog.file.Diagnostics;
import dev.understudy.catalog.file.IniEntry;
import dev.understudy.catalog.file.IniReader;
import dev.understudy.catalog.file.MalformedFileException;
import dev.understudy.catalog.rule.RuleSetReader;
import dev.understudy.catalog.rule.XmlEncoding;
import dev.understudy.catalog.snapshot.Macro;
import dev.understudy.catalog.snapshot.RecordTable;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

/**
 * What a file of a catalog can be.
 *
 * @param parser reads one
 * @param empty stands for one that cannot be read
 * @param maxLength bytes that such a file may have
 * @param encoding how it is written
 * @param <T> what it comes to
 */
record FileKind<T>(Parser<T> parser, T empty, long maxLength, FileEncoding encoding) {

    static final FileKind<List<IniEntry>> ATTRIBUTES = new FileKind<>(IniReader::read, List.of(), 1 << 22);
    static final FileKind<RecordTable> IMAGES =
            new FileKind<>(new RecordReader(RecordFields.all())::read, RecordTable.EMPTY, Long.MAX_VALUE);
    static final FileKind<RecordTable> CONTENT =
            new FileKind<>(new RecordReader(RecordFields.content())::read, RecordTable.EMPTY, Long.MAX_VALUE);
    static final FileKind<List<Macro>> MACROS = new FileKind<>(MacroReader::read, List.of(), 1 << 26);
    static final FileKind<List<FontRecord>> FONTS = new FileKind<>(FontMapReader::read, List.of(), 1 << 22);

    static final FileKind<List<ProfileRecord>> PROFILES = new FileKind<>(ProfileMapReader::read, List.of(), 1 << 22);

    static final FileKind<RuleSet> RULES =
            new FileKind<>(RuleSetReader::read, RuleSet.CLOSED, 1 << 20, (file, ofCatalog) -> XmlEncoding.of(file));

    /** A kind of files that are written as their catalog says. */
    FileKind(Parser<T> parser, T empty, long maxLength) {
        this(parser, empty, maxLength, (file, ofCatalog) -> ofCatalog);
    }

    /** Reads a file of some kind. */
    interface Parser<T> {
        T parse(Reader reader, Diagnostics diagnostics) throws IOException, MalformedFileException;
    }

    /** Says how a file is written that has no byte order mark of UTF-8. */
    interface FileEncoding {
        Charset of(Path file, Charset ofCatalog) throws IOException, MalformedFileException;
    }
}
