package dev.understudy.cache.osgi;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of the response cache. */
@ObjectClassDefinition(name = "Understudy response cache")
public @interface CacheConfiguration {

    /** Where Config Admin has it. */
    String PID = "dev.understudy.cache";

    @AttributeDefinition(
            name = "Folders",
            description = "Root folders of the response cache, separated by semicolons; empty to keep nothing")
    String cache_rootPaths() default "";

    @AttributeDefinition(name = "Size", description = "Bytes of all entries together, 1 or more", min = "1")
    long cache_maxSize() default 1L << 30;

    @AttributeDefinition(name = "Entries", description = "Number of all entries together, 1 or more", min = "1")
    int cache_maxEntries() default 100_000;
}
