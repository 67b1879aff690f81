package dev.understudy.engine.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.operation.InvertOperation;
import dev.understudy.image.Color;
import dev.understudy.image.Quantization;
import dev.understudy.image.Quantization.PaletteKind;
import dev.understudy.image.ResMode;
import dev.understudy.image.Tolerance;
import dev.understudy.source.SourceKey;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PlanKeyTest {

    @TestFactory
    List<DynamicTest> everyComponentOfEveryRecordMakesADifference() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Class<? extends Record> type : planRecords()) {
            for (RecordComponent component : type.getRecordComponents()) {
                tests.add(DynamicTest.dynamicTest(
                        type.getSimpleName() + "." + component.getName(),
                        () -> assertNotEquals(key(type, null), key(type, component))));
            }
        }
        assertTrue(tests.size() > 60, "only " + tests.size() + " components were found");
        return tests;
    }

    @Test
    void equalPlansHaveEqualKeys() throws Exception {
        ImagePlan plan = (ImagePlan) make(ImagePlan.class, null);
        assertEquals(PlanKey.of(plan, "1"), PlanKey.of((ImagePlan) make(ImagePlan.class, null), "1"));
        assertTrue(PlanKey.of(plan, "1").matches("[0-9a-f]{64}"));
    }

    @Test
    void anotherEditionHasKeysOfItsOwn() throws Exception {
        ImagePlan plan = (ImagePlan) make(ImagePlan.class, null);
        assertNotEquals(PlanKey.of(plan, "1"), PlanKey.of(plan, "2"));
    }

    @Test
    void negativeZeroIsZero() {
        assertEquals(PlanKey.ofRecord(new Point(0.0, 1, true)), PlanKey.ofRecord(new Point(-0.0, 1, true)));
    }

    @Test
    void halvesOfSurrogatePairsDiffer() {
        assertNotEquals(
                PlanKey.ofRecord(new LayerContent.Text("\uD800")), PlanKey.ofRecord(new LayerContent.Text("\uD801")));
    }

    @Test
    void textCannotPassForTheNextComponent() {
        assertNotEquals(
                PlanKey.ofRecord(new SourceKey(SourceKey.Kind.IMAGE, "ab", "c", true)),
                PlanKey.ofRecord(new SourceKey(SourceKey.Kind.IMAGE, "a", "bc", true)));
    }

    @Test
    void kindsOfContentDiffer() {
        assertNotEquals(
                PlanKey.ofRecord(new LayerContent.Solid(Color.WHITE)), PlanKey.ofRecord(new LayerContent.Text("")));
    }

    private static Set<Class<? extends Record>> planRecords() {
        Set<Class<? extends Record>> found = new LinkedHashSet<>();
        collect(ImagePlan.class, found);
        return found;
    }

    private static void collect(Class<?> type, Set<Class<? extends Record>> found) {
        if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses()).forEach(permitted -> collect(permitted, found));
        } else if (type.isRecord() && found.add(type.asSubclass(Record.class))) {
            for (RecordComponent component : type.getRecordComponents()) {
                collect(component.getType(), found);
                if (component.getGenericType() instanceof ParameterizedType list) {
                    collect((Class<?>) list.getActualTypeArguments()[0], found);
                }
            }
        }
    }

    private static String key(Class<? extends Record> type, RecordComponent changed) throws Exception {
        return PlanKey.ofRecord(make(type, changed));
    }

    /** A record with plain components, but for one that is changed. */
    private static Record make(Class<? extends Record> type, RecordComponent changed) throws Exception {
        if (type == Quantization.class) {
            return quantization(changed == null ? "" : changed.getName());
        }
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(
                    components[i], changed != null && components[i].getName().equals(changed.getName()));
        }
        return type.getDeclaredConstructor(types).newInstance(values);
    }

    /** Only the usual one can be changed in any one component. */
    private static Quantization quantization(String changed) {
        Quantization usual = Quantization.USUAL;
        return switch (changed) {
            case "" -> usual;
            case "palette" -> new Quantization(PaletteKind.WEB, usual.diffuse(), usual.colors(), usual.forced());
            case "diffuse" -> new Quantization(usual.palette(), !usual.diffuse(), usual.colors(), usual.forced());
            case "colors" -> new Quantization(usual.palette(), usual.diffuse(), 2, usual.forced());
            case "forced" -> new Quantization(usual.palette(), usual.diffuse(), usual.colors(), List.of(1));
            default -> throw new IllegalArgumentException("no value for " + changed);
        };
    }

    private static Object value(RecordComponent component, boolean other) throws Exception {
        Class<?> type = component.getType();
        if (type == List.class) {
            return items(itemType(component), other);
        }
        return value(type, other);
    }

    /** As many as the strictest record takes: the corners of a quadrilateral; the last one may differ. */
    private static List<Object> items(Class<?> type, boolean other) throws Exception {
        Object item = value(type, false);
        return List.of(item, item, item, value(type, other));
    }

    private static Object value(Class<?> type, boolean other) throws Exception {
        if (type == Integer.class) {
            return other ? 1 : 0;
        } else if (type == int.class) {
            return other ? 1 : 0;
        } else if (type == double.class) {
            return other ? 1.0 : 0.0;
        } else if (type == boolean.class) {
            return other;
        } else if (type == String.class) {
            return other ? "b" : "a";
        } else if (type.isEnum()) {
            return type.getEnumConstants()[other ? 1 : 0];
        } else if (type == LayerContent.class) {
            return other ? new LayerContent.Text("b") : new LayerContent.Solid(Color.WHITE);
        } else if (type == ImagePlan.class) {
            return make(ImagePlan.class, other ? ImagePlan.class.getRecordComponents()[1] : null);
        }
        if (type.isSealed()) {
            return value(type.getPermittedSubclasses()[other ? 1 : 0], false);
        }
        Class<? extends Record> part = type.asSubclass(Record.class);
        return make(part, other ? part.getRecordComponents()[0] : null);
    }

    private static Class<?> itemType(RecordComponent list) {
        return (Class<?>) ((ParameterizedType) list.getGenericType()).getActualTypeArguments()[0];
    }

    @Test
    void operationsAreTold() {
        LayerPlan plain = LayerPlan.plain(0, new LayerContent.Solid(Color.WHITE));
        assertNotEquals(
                PlanKey.ofRecord(plain), PlanKey.ofRecord(plain.withOperations(List.of(new InvertOperation()))));
        assertNotEquals(
                PlanKey.ofRecord(CompositePlan.NONE),
                PlanKey.ofRecord(CompositePlan.NONE.withOperations(List.of(new InvertOperation()))));
    }

    @Test
    void aMissingComponentIsNoEmptyOne() {
        ImageFile source = new ImageFile(new SourceKey(SourceKey.Kind.IMAGE, "", "a", true), Tolerance.STRICT);
        assertNotEquals(
                PlanKey.ofRecord(LayerMask.OWN), PlanKey.ofRecord(LayerMask.of(new LayerContent.Image(source))));
    }

    @Test
    void everyValueInAPlanCanBeWritten() {
        ViewPlan view = ViewPlan.whole(Color.WHITE, ResMode.SHARP2);
        assertEquals(64, PlanKey.ofRecord(view).length());
    }
}
