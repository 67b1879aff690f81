package dev.understudy.catalog.load;

import dev.understudy.catalog.file.CatalogText;
import dev.understudy.catalog.file.Diagnostic;
import dev.understudy.catalog.file.Diagnostics;
import dev.understudy.catalog.file.FileStamp;
import dev.understudy.catalog.file.MalformedFileException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that has been read, or tried.
 *
 * @param stamp the state that was read
 * @param content what it says; nothing when it cannot be read
 * @param diagnostics what is wrong with it
 */
record FileContent<T>(FileStamp stamp, T content, List<Diagnostic> diagnostics) {

    /**
     * Reads a file. One that changes meanwhile cannot be read: somebody is still writing it.
     *
     * @param encoding of the catalog's files that have no byte order mark
     */
    static <T> FileContent<T> read(Path file, FileKind<T> kind, Charset encoding) {
        FileStamp stamp = FileStamp.of(file);
        Diagnostics diagnostics = new Diagnostics();
        T content = kind.empty();
        if (stamp.length() > kind.maxLength()) {
            diagnostics.fatal(0, "the file has more than " + kind.maxLength() + " bytes");
            return new FileContent<>(stamp, content, diagnostics.list());
        }
        try (Reader reader = CatalogText.open(file, kind.encoding().of(file, encoding))) {
            content = kind.parser().parse(reader, diagnostics);
        } catch (MalformedFileException e) {
            diagnostics.add(e.finding());
        } catch (CharacterCodingException e) {
            diagnostics.fatal(CatalogText.malformedLine(file), CatalogText.NOT_UTF_8);
        } catch (IOException e) {
            diagnostics.fatal(0, CatalogText.describe(e));
        }
        if (!stamp.equals(FileStamp.of(file))) {
            diagnostics.fatal(0, "the file changed while it was read; it is read again");
        }
        return new FileContent<>(stamp, content, diagnostics.list());
    }
}
