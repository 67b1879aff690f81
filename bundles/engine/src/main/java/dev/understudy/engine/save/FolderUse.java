package dev.understudy.engine.save;

/**
 * What is in a folder, with all folders below it.
 *
 * @param bytes those of all files together
 * @param files how many there are
 */
record FolderUse(long bytes, long files) {

    static final FolderUse NOTHING = new FolderUse(0, 0);

    FolderUse plus(FolderUse other) {
        return new FolderUse(bytes + other.bytes, files + other.files);
    }

    FolderUse minus(FolderUse other) {
        return new FolderUse(bytes - other.bytes, files - other.files);
    }
}
