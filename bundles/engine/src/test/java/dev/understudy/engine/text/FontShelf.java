package dev.understudy.engine.text;

import dev.understudy.catalog.FontRecord;
import dev.understudy.engine.plan.TextFonts;
import dev.understudy.engine.quarantine.FailedSources;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Font files in a folder, and a font map of them. */
final class FontShelf implements SourceAccess {

    private final Path folder;
    private final Map<String, Integer> writes = new HashMap<>();
    private final Map<String, Failure> failures = new HashMap<>();
    private final List<FontRecord> map = new ArrayList<>();
    private final FailedSources failed;
    private final FontLibrary library;
    private String defaultFont = "";
    private boolean synthesized = true;
    int opened;

    FontShelf(Path folder) {
        this(folder, 0);
    }

    /** Fonts of which so many that failed are remembered. */
    FontShelf(Path folder, int quarantine) {
        this.folder = folder;
        failed = new FailedSources(quarantine, InstantSource.system());
        library = new FontLibrary(failed.watching(this), failed);
    }

    /** The built-in fonts alone. */
    static TextFontResolver builtIn() {
        return new FontShelf(Path.of("nowhere")).library.open().of(TextFonts.BUILT_IN);
    }

    /** The bytes of a font that comes with the server. */
    static byte[] bytes(String name) {
        try (InputStream in = FontShelf.class.getResourceAsStream(name + ".ttf")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FontShelf write(String file, byte[] bytes) throws IOException {
        Files.copy(new ByteArrayInputStream(bytes), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        writes.merge(file, 1, Integer::sum);
        return this;
    }

    void delete(String file) throws IOException {
        Files.delete(folder.resolve(file));
    }

    /** How many fonts are known to be bad. */
    int bad() {
        return failed.entries().size();
    }

    FontShelf fail(String file, Failure failure) {
        failures.put(file, failure);
        return this;
    }

    FontShelf map(String name, boolean bold, boolean italic, String file) {
        map.add(new FontRecord(name, bold, italic, file, "", "", ""));
        return this;
    }

    FontShelf defaultFont(String name) {
        defaultFont = name;
        return this;
    }

    FontShelf withoutSynthesis() {
        synthesized = false;
        return this;
    }

    RequestFonts open() {
        return library.open();
    }

    TextFonts config() {
        return new TextFonts(defaultFont, map, synthesized, true);
    }

    TextFontResolver fonts() {
        return open().of(config());
    }

    @Override
    public Stamp stamp(SourceKey key) throws ServeException {
        Failure failure = failures.get(key.path());
        if (failure != null) {
            throw new ServeException(failure);
        }
        try {
            long length = Files.size(folder.resolve(key.path()));
            return new Stamp(key, writes.getOrDefault(key.path(), 0), length, "");
        } catch (IOException e) {
            throw new ServeException(new Failure.Missing(key.path(), true));
        }
    }

    @Override
    public Source open(SourceKey key) throws ServeException {
        Stamp stamp = stamp(key);
        opened++;
        try {
            return new OpenFile(stamp, Files.newByteChannel(folder.resolve(key.path())));
        } catch (IOException e) {
            throw new ServeException(new Failure.Unreadable(key.path(), e));
        }
    }

    private record OpenFile(Stamp stamp, SeekableByteChannel channel) implements Source {
        @Override
        public SourceKey key() {
            return stamp.key();
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
