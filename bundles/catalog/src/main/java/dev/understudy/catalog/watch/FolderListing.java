package dev.understudy.catalog.watch;

import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.file.FileStamp;
import dev.understudy.catalog.load.AttributeFile;
import java.util.List;

/**
 * The attribute files of a folder at some time. One of many files holds until the folder changes, which it does when a file comes, goes or
 * takes the place of another one.
 *
 * @param stamp the state of the folder
 * @param since when that state was seen first, in milliseconds of a clock that never goes back
 * @param made when the files were listed
 * @param files the default catalog's file, be it there or not, and the files of all others
 * @param misnamed the problems of files that look like attribute files and are none
 */
record FolderListing(FileStamp stamp, long since, long made, List<AttributeFile> files, List<CatalogProblem> misnamed) {

    /** The time after which a change shows in the state of a folder on any file system. */
    private static final long COARSE = 2000;

    /** The time after which files are listed in any case: there are file systems whose folders have no such state. */
    private static final long MAX_AGE = 30_000;

    FolderListing {
        files = List.copyOf(files);
        misnamed = List.copyOf(misnamed);
    }

    /** Whether the files need not be listed again. */
    boolean holds(FileStamp present, long now) {
        return files.size() > RoundRobin.FEW
                && stamp.equals(present)
                && !present.equals(FileStamp.ABSENT)
                && made - since >= COARSE
                && now - made < MAX_AGE;
    }

    /** Whether no file has come, gone or taken the place of another one between this listing and the one before. */
    boolean isSame(FolderListing before) {
        return this == before
                || (stamp.equals(before.stamp)
                        && !stamp.equals(FileStamp.ABSENT)
                        && before.made - before.since >= COARSE
                        && files.equals(before.files));
    }

    /** When this state of the folder was seen first. */
    long since(FileStamp present, long now) {
        return stamp.equals(present) ? since : now;
    }
}
