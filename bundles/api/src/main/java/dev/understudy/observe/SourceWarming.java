package dev.understudy.observe;

import dev.understudy.catalog.CatalogRecord;
import java.util.Collection;
import org.osgi.annotation.versioning.ProviderType;

/** The sources that are kept smaller, so that they need not be decoded for each reply. */
@ProviderType
public interface SourceWarming {

    /** What is kept, and what is being made. */
    WarmingFigures figures();

    /**
     * Has the files of records be kept smaller, in the background. A file that need not be, since it is small or of another format, is
     * left out when its turn comes.
     *
     * @return how many files wait for that now; fewer than there are records when too many wait
     */
    int warm(Collection<CatalogRecord> records);

    /**
     * Throws away what is kept of sources, which is made again when it is wanted.
     *
     * @param which the sources of what any of these selects
     * @return how many images and indexes are gone
     */
    int purge(Collection<ReplySelection> which);

    /**
     * What is kept, and what is being made.
     *
     * @param levels kept images and indexes, up to four of a source
     * @param bytes what they take
     * @param maxBytes what they may take; 0 when none are kept
     * @param waiting sources that are being made smaller or wait for it
     * @param used how often one was used instead of decoding, since the start
     * @param damaged how many were thrown away, since the start
     */
    record WarmingFigures(int levels, long bytes, long maxBytes, int waiting, long used, long damaged) {}
}
