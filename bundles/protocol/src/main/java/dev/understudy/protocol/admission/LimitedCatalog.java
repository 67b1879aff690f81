package dev.understudy.protocol.admission;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.AttributeSource;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.image.PixelSize;
import dev.understudy.protocol.view.CatalogView;
import java.util.Optional;

/** A catalog of a request that rules may have given more room, but not more than another view of it has. */
final class LimitedCatalog extends CatalogView {

    private final Catalog unruled;

    /**
     * A view.
     *
     * @param catalog as the request has it
     * @param unruled the same catalog with less of what rules give it
     */
    LimitedCatalog(Catalog catalog, Catalog unruled) {
        super(catalog);
        this.unruled = unruled;
    }

    @Override
    protected CatalogRecord view(CatalogRecord record) {
        return record;
    }

    @Override
    @SuppressWarnings("unchecked") // the value is of the attribute's type
    public <T> T get(Attribute<T> attribute) {
        if (attribute == Attributes.MAX_PIX) {
            return (T) smaller(super.get(Attributes.MAX_PIX), unruled.get(Attributes.MAX_PIX));
        }
        return from(attribute).get(attribute);
    }

    @Override
    public Optional<AttributeSource> written(Attribute<?> attribute) {
        return from(attribute).written(attribute);
    }

    @Override
    public boolean inherits(Attribute<?> attribute) {
        return from(attribute).inherits(attribute);
    }

    /** The catalog whose value holds: a rule may choose another watermark, but not take it away. */
    private Catalog from(Attribute<?> attribute) {
        boolean unmarked = attribute == Attributes.WATERMARK
                && catalog().get(Attributes.WATERMARK).isBlank();
        return unmarked ? unruled : catalog();
    }

    private static PixelSize smaller(PixelSize one, PixelSize other) {
        return new PixelSize(smaller(one.width(), other.width()), smaller(one.height(), other.height()));
    }

    /** The smaller limit, where 0 is none. */
    private static int smaller(int one, int other) {
        return one == 0 || other == 0 ? Math.max(one, other) : Math.min(one, other);
    }
}
