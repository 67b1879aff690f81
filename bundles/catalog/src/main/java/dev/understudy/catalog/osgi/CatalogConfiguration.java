package dev.understudy.catalog.osgi;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the catalogs, PID {@code dev.understudy.catalog}. */
@ObjectClassDefinition(name = "Understudy catalogs", description = "Where the catalogs are and how they are watched")
@interface CatalogConfiguration {

    @AttributeDefinition(
            name = "Catalog folder",
            description =
                    "Folder of default.ini and the other attribute files; empty when all tenants come by configuration")
    String catalog_rootPath() default "";

    @AttributeDefinition(name = "Refresh interval", description = "Milliseconds between two looks at the files")
    long catalog_refreshInterval() default 1000;

    @AttributeDefinition(
            name = "Modification wait time",
            description = "Milliseconds for which a change must have rested before it is loaded")
    long catalog_modificationWaitTime() default 300;

    @AttributeDefinition(
            name = "Default catalog requests",
            description = "Whether requests may do without a catalog in their path; req=catalogprops may in any case")
    boolean allowDefaultCatalogRequests() default true;
}
