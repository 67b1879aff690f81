package dev.understudy.catalog;

/**
 * An entry of a font map: the file of one face of a font.
 *
 * <p>Source: the reference's pages on the font map.
 *
 * @param name {@code font::Name}, exactly as requests write it
 * @param bold {@code font::Bold}
 * @param italic {@code font::Italic}
 * @param path {@code font::FontPath}; found as {@code catalog::Path} is
 * @param metricsPath {@code font::MetricsPath}; empty for none
 * @param psName {@code font::PsName}; empty for none
 * @param rootPath {@code attribute::RootPath} of the catalog that has the entry
 */
public record FontRecord(
        String name, boolean bold, boolean italic, String path, String metricsPath, String psName, String rootPath) {

    /** The key of an entry; of two with the same face one overrides the other. */
    public record Face(String name, boolean bold, boolean italic) {}

    /** The face of the font that the file is for. */
    public Face face() {
        return new Face(name, bold, italic);
    }

    /** The same entry of a catalog with this {@code attribute::RootPath}. */
    public FontRecord withRootPath(String newRootPath) {
        return new FontRecord(name, bold, italic, path, metricsPath, psName, newRootPath);
    }
}
