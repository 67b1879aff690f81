package dev.understudy.itest.faults;

/** What is set for the tenant of a case, besides the fault. */
enum FaultColumn {
    NOTHING_SET("nothing set"),
    DEFAULT_IMAGE_SET("default image set"),
    ERROR_IMAGE_SET("error image set"),
    SECONDARY_SET("secondary set and up");

    private final String words;

    FaultColumn(String words) {
        this.words = words;
    }

    /** The attributes of the tenant's catalog that make it so. */
    String attributes() {
        return switch (this) {
            case DEFAULT_IMAGE_SET -> "DefaultImage=default\n";
            case ERROR_IMAGE_SET -> "ErrorImage=error\n";
            case NOTHING_SET, SECONDARY_SET -> "";
        };
    }

    @Override
    public String toString() {
        return words;
    }
}
