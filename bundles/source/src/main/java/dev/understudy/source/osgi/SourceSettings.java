package dev.understudy.source.osgi;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of the PID {@code dev.understudy.source}. */
@ObjectClassDefinition(name = "Understudy: source files", description = "Where images and static content are")
public @interface SourceSettings {

    @AttributeDefinition(
            name = "Image roots",
            description = "Folders of the images, separated by semicolons and searched in this order")
    String image_rootPath() default "";

    @AttributeDefinition(
            name = "Static content roots",
            description = "Folders of the static content, separated by semicolons and searched in this order")
    String staticContent_rootPath() default "";
}
