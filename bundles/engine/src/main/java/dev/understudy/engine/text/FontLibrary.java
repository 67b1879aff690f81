package dev.understudy.engine.text;

import dev.understudy.engine.quarantine.FailedSources;
import dev.understudy.source.SourceAccess;

/** All fonts: those that come with the server, and those that catalogs bring. They are kept while they are used. */
public final class FontLibrary {

    private final BuiltInFonts builtIn = new BuiltInFonts();
    private final FontFiles files;

    /**
     * A library.
     *
     * @param sources where the files of font maps are found
     * @param failed the files known to be bad, which are not tried again
     */
    public FontLibrary(SourceAccess sources, FailedSources failed) {
        files = new FontFiles(sources, failed);
    }

    /** The fonts for one request. */
    public RequestFonts open() {
        return new RequestFonts(builtIn, files);
    }
}
