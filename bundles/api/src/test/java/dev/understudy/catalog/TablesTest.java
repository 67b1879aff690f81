package dev.understudy.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TablesTest {

    private static final Set<String> NAMED_SO_THAT_EMPTY_SWITCHES_OFF = Set.of(
            "AllowDirectAccess",
            "DefaultExt",
            "DefaultImage",
            "ErrorImage",
            "ErrorRedirectRootUrl",
            "Watermark",
            "RootPath",
            "RootUrl",
            "SavePath",
            "StaticContentRootPath",
            "TrustedDomains");

    private static final int OF_THE_REFERENCE = 69;

    @Test
    void everyAttributeIsListedOnce() throws Exception {
        assertEquals(constants(Attributes.class, Attribute.class), new HashSet<>(Attributes.all()));
        assertEquals(
                Attributes.all().size(),
                lowerCase(Attributes.all().stream().map(Attribute::name)).size());
    }

    @Test
    void attributesThatAreNotTheReferencesComeLast() {
        assertSame(Attributes.WATERMARK, Attributes.all().get(OF_THE_REFERENCE - 1));
        assertTrue(Attributes.all().stream()
                .skip(OF_THE_REFERENCE)
                .allMatch(attribute -> attribute.note().startsWith("Our own")));
    }

    @Test
    void attributesAreFoundWithoutRegardToCase() {
        assertSame(Attributes.DEFAULT_PIX, Attributes.byName("defaultPIX").orElseThrow());
        assertTrue(Attributes.byName("DefaultPixel").isEmpty());
    }

    @Test
    void anEmptyValueIsAValueWhereItSwitchesOff() {
        Set<String> switchable = new HashSet<>();
        for (Attribute<?> attribute : Attributes.all()) {
            if (attribute.inheritance() == Inheritance.IF_ABSENT) {
                attribute.syntax().parse("");
                switchable.add(attribute.name());
            }
        }
        assertEquals(NAMED_SO_THAT_EMPTY_SWITCHES_OFF, switchable);
    }

    @Test
    void onlyFilesIdAndTimeAreNeverInherited() {
        Set<String> own = Attributes.all().stream()
                .filter(attribute -> attribute.inheritance() == Inheritance.OWN_ONLY)
                .map(Attribute::name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                new TreeSet<>(Set.of(
                        "CatalogFile",
                        "Encoding",
                        "FontMapFile",
                        "IccProfileMapFile",
                        "MacroFile",
                        "RootId",
                        "RuleSetFile",
                        "StaticContentCatalogFile",
                        "SvgCatalogFile",
                        "TimeStamp")),
                own);
    }

    @Test
    void whatGuardsACatalogSaysWhatLetsNothingPass() {
        Set<String> guards = Attributes.all().stream()
                .filter(attribute -> attribute.closed() != null)
                .map(Attribute::name)
                .collect(Collectors.toSet());
        assertEquals(Set.of("AllowDirectAccess", "ClientAddressFilter", "RequestLock", "RequestObfuscation"), guards);
    }

    @Test
    void aValueThatSaysMoreThanTheFallbackIsIgnoredWhereTheAttributeDoesNothing() {
        assertTrue(Attributes.DIGIMARC_ID.ignores("1,2"));
        assertFalse(Attributes.REQUEST_LOCK.ignores(true));
    }

    @Test
    void theFilterIsAlsoFoundByTheNameThatItHasOnItsOwnPage() {
        assertSame(
                Attributes.CLIENT_ADDRESS_FILTER,
                Attributes.byName("AddressFilter").orElseThrow());
    }

    @Test
    void everyFieldIsListed() throws Exception {
        Set<RecordField<?>> listed = new HashSet<>(RecordFields.all());
        listed.addAll(RecordFields.content());
        assertEquals(constants(RecordFields.class, RecordField.class), listed);
        assertEquals(20, RecordFields.all().size());
        assertEquals(10, RecordFields.content().size());
        assertEquals(24, lowerCase(listed.stream().map(RecordField::name)).size());
        assertSame(
                RecordFields.POST_MODIFIER, RecordFields.byName("postmodifier").orElseThrow());
        assertSame(RecordFields.VIDEO_SIZE, RecordFields.byName("videoSize").orElseThrow());
    }

    @Test
    void aFieldFallsBackOnWhatItsAttributeFallsBackOn() {
        for (RecordField<?> field : RecordFields.all()) {
            if (field.attribute() != null) {
                assertEquals(field.attribute().fallback(), field.fallback(), field.toString());
            }
        }
    }

    @Test
    void whatWorksInPartSaysWhichPart() {
        for (Attribute<?> attribute : Attributes.all()) {
            assertFalse(
                    attribute.support() == Support.PARTIAL && attribute.note().isEmpty(), attribute.toString());
        }
        for (RecordField<?> field : RecordFields.all()) {
            assertFalse(field.support() == Support.PARTIAL && field.note().isEmpty(), field.toString());
        }
    }

    private static Set<Object> constants(Class<?> table, Class<?> row) throws IllegalAccessException {
        Set<Object> rows = new HashSet<>();
        List<Field> fields = new ArrayList<>(List.of(table.getFields()));
        for (Field field : fields) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == row) {
                assertTrue(rows.add(field.get(null)), field.getName());
            }
        }
        return rows;
    }

    private static Set<String> lowerCase(Stream<String> names) {
        return names.map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
