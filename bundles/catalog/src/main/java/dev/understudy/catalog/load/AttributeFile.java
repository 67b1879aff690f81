package dev.understudy.catalog.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.file.FileStamp;
import dev.understudy.catalog.file.IniEntry;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

/**
 * An attribute file of the catalog folder.
 *
 * @param path absolute
 */
public record AttributeFile(Path path) implements CatalogSource {

    /** The suffix of attribute files. */
    public static final String SUFFIX = ".ini";

    private static final String DEFAULT = "default" + SUFFIX;

    /** The default catalog's file. */
    public static AttributeFile ofDefault(Path folder) {
        return new AttributeFile(folder.resolve(DEFAULT));
    }

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public String shortName() {
        return String.valueOf(path.getFileName());
    }

    @Override
    public boolean isDefault() {
        return path.endsWith(DEFAULT);
    }

    @Override
    public Object version() {
        return FileStamp.of(path);
    }

    @Override
    public Entries read() {
        FileContent<List<IniEntry>> content = FileContent.read(path, FileKind.ATTRIBUTES, ISO_8859_1);
        if (encoding(content.content()).equals(UTF_8)) {
            content = FileContent.read(path, FileKind.ATTRIBUTES, UTF_8);
        }
        return new Entries(
                content.stamp(), content.stamp().modified().toInstant(), content.content(), content.diagnostics());
    }

    /** The encoding that the file says it has; what it says is the same in all encodings that there are. */
    private static Charset encoding(List<IniEntry> entries) {
        Charset encoding = ISO_8859_1;
        for (IniEntry entry : entries) {
            if (entry.name().equalsIgnoreCase(Attributes.ENCODING.name())) {
                encoding = entry.value().equalsIgnoreCase(UTF_8.name()) ? UTF_8 : ISO_8859_1;
            }
        }
        return encoding;
    }
}
