package dev.understudy.testkit.catalog;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.AttributeSource;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.FontRecord;
import dev.understudy.catalog.Inheritance;
import dev.understudy.catalog.ProfileRecord;
import dev.understudy.catalog.RecordFields;
import dev.understudy.catalog.RuleSet;
import dev.understudy.catalog.file.Diagnostics;
import dev.understudy.catalog.file.MalformedFileException;
import dev.understudy.catalog.rule.RuleSetReader;
import dev.understudy.catalog.snapshot.AttributeValues;
import dev.understudy.catalog.snapshot.CatalogContents;
import dev.understudy.catalog.snapshot.Macro;
import dev.understudy.catalog.snapshot.RecordTable;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The part of a catalog that a test writes down: all but what it inherits. */
public final class TestCatalog {

    private final TestCatalogs catalogs;
    private final String rootId;
    private final Map<Attribute<?>, Object> attributes = new LinkedHashMap<>();
    private final Map<String, TestRecord> images = new LinkedHashMap<>();
    private final Map<String, TestRecord> contents = new LinkedHashMap<>();
    private final List<Macro> macros = new ArrayList<>();
    private final List<FontRecord> fonts = new ArrayList<>();
    private final List<ProfileRecord> profiles = new ArrayList<>();
    private RuleSet rules = RuleSet.NONE;
    private Instant modified = Instant.EPOCH;
    private Instant loaded = Instant.EPOCH;

    TestCatalog(TestCatalogs catalogs, String rootId) {
        this.catalogs = catalogs;
        this.rootId = rootId;
        attributes.put(Attributes.ROOT_ID, rootId);
    }

    /** The catalog as it is now, with what it inherits. */
    public Catalog catalog() {
        return catalogs.catalog(rootId).orElseGet(catalogs::defaultCatalog);
    }

    /** The catalogs that this one is among. */
    public TestCatalogs catalogs() {
        return catalogs;
    }

    /** Gives an attribute a value. An empty text counts as no value where the attribute's inheritance has it so. */
    public <T> TestCatalog set(Attribute<T> attribute, T value) {
        return setUnchecked(attribute, value);
    }

    TestCatalog setUnchecked(Attribute<?> attribute, Object value) {
        if (value.equals("") && attribute.inheritance() != Inheritance.IF_ABSENT) {
            attributes.remove(attribute);
        } else {
            attributes.put(attribute, value);
        }
        return changed();
    }

    /** Adds a font to the font map. */
    public TestCatalog font(String name, boolean bold, boolean italic, String path) {
        fonts.add(new FontRecord(name, bold, italic, path, "", "", ""));
        return changed();
    }

    /** Adds a color profile to the profile map. */
    public TestCatalog profile(String name, String path) {
        profiles.add(new ProfileRecord(name, path, ""));
        return changed();
    }

    /** Gives the catalog preprocessing rules. */
    public TestCatalog rules(RuleSet value) {
        rules = value;
        return changed();
    }

    /** Gives the catalog the preprocessing rules of some elements, as they stand in a file. */
    public TestCatalog ruled(String... elements) {
        String file = "<ruleset>\n" + String.join("\n", elements) + "</ruleset>";
        try {
            return rules(RuleSetReader.read(new StringReader(file), new Diagnostics()));
        } catch (IOException | MalformedFileException e) {
            throw new AssertionError(e);
        }
    }

    /** Says when the catalog was read. */
    public TestCatalog loaded(Instant value) {
        loaded = value;
        return changed();
    }

    /** Says when the newest file of the catalog changed. */
    public TestCatalog modified(Instant value) {
        modified = value;
        return changed();
    }

    /** Adds a macro. */
    public TestCatalog macro(String name, String definition) {
        macros.add(new Macro(name, definition, macros.size() + 1));
        return changed();
    }

    /** Adds an image. */
    public TestCatalog record(String id, String path) {
        newRecord(images, id, path);
        return changed();
    }

    /** Adds an image with modifiers. */
    public TestCatalog record(String id, String path, String modifier, String postModifier) {
        newRecord(images, id, path).set(RecordFields.MODIFIER, modifier).set(RecordFields.POST_MODIFIER, postModifier);
        return this;
    }

    /** The record of an image that was added. */
    public TestRecord record(String id) {
        return images.get(id);
    }

    /** Adds a record of static content. */
    public TestRecord content(String id, String path) {
        return newRecord(contents, id, path);
    }

    private TestRecord newRecord(Map<String, TestRecord> records, String id, String path) {
        TestRecord made = new TestRecord(this).set(RecordFields.PATH, path);
        records.put(id, made);
        return made;
    }

    TestCatalog changed() {
        catalogs.changed();
        return this;
    }

    CatalogContents contents() {
        AttributeValues.Builder values = new AttributeValues.Builder();
        attributes.forEach((attribute, value) -> put(values, attribute, value));
        return new CatalogContents(
                values.build(),
                List.of(table(images)),
                List.of(table(contents)),
                macros,
                fonts,
                profiles,
                rules,
                modified,
                loaded);
    }

    @SuppressWarnings("unchecked") // set() takes a value of the attribute's type
    private <T> void put(AttributeValues.Builder values, Attribute<T> attribute, Object value) {
        values.put(attribute, (T) value, new AttributeSource(value.toString(), rootId + ".ini"));
    }

    private static RecordTable table(Map<String, TestRecord> records) {
        RecordTable.Builder table = new RecordTable.Builder();
        records.forEach((id, record) -> table.add(id, record.fields(), record.values()));
        return table.build();
    }
}
