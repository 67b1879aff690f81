package dev.understudy.catalog;

import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** An entry of a catalog: an image, a template or a piece of static content. Immutable. */
@ProviderType
public interface CatalogRecord {

    /** {@code catalog::Id}. */
    String id();

    /** The catalog whose data file it comes from; its attributes are the ones that apply to the record's files. */
    Catalog catalog();

    /** The field's value: the record's own, else its attribute's, else the fallback. */
    <T> T get(RecordField<T> field);

    /** Whether the record itself has a value for the field. */
    boolean has(RecordField<?> field);

    /** The names of the fields that the record itself has values for, as the table spells them. */
    Set<String> fields();
}
