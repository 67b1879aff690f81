package dev.understudy.engine.osgi;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What can be set; the names are the reference's where it has them. */
@ObjectClassDefinition(name = "Understudy engine", description = "How images are made")
@interface EngineConfiguration {

    @AttributeDefinition(name = "Output image size limit", description = "Millions of pixels of a reply")
    int MaxRenderRgnPixels() default 16;

    @AttributeDefinition(name = "Input image size limit", description = "Millions of pixels of a source")
    int MaxNonDsfSize() default 100;

    @AttributeDefinition(name = "Response size limit", description = "Megabytes of a reply")
    int MaxMessageSize() default 16;

    @AttributeDefinition(
            name = "Deadline",
            description = "Milliseconds until a request is given up, waiting and stand-ins included; 60000 at most")
    int deadline() default 30_000;

    @AttributeDefinition(
            name = "Validation interval",
            description = "Milliseconds that a kept image is served before its files are looked at again")
    int cache_validationInterval() default 1_000;

    @AttributeDefinition(name = "Renders at once", description = "Images made at a time; 0 for one a processor")
    int renders() default 0;

    @AttributeDefinition(
            name = "Queue",
            description = "Requests that may be at work or wait; each holds a thread of the HTTP server")
    int queue() default 320;

    @AttributeDefinition(
            name = "Memory",
            description = "Megabytes that images may take while they are made; 0 for six tenths of the heap")
    int memory() default 0;

    @AttributeDefinition(
            name = "Quarantine size",
            description = "Damaged sources that are remembered so as not to be decoded again; 0 for none")
    int quarantine_maxEntries() default 1_000;
}
