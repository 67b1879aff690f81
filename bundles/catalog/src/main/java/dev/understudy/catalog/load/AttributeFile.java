package dev.understudy.catalog.load;

import dev.understudy.catalog.file.FileStamp;
import dev.understudy.catalog.file.IniEntry;
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
        FileContent<List<IniEntry>> content = FileContent.read(path, FileKind.ATTRIBUTES);
        return new Entries(
                content.stamp(), content.stamp().modified().toInstant(), content.content(), content.diagnostics());
    }
}
