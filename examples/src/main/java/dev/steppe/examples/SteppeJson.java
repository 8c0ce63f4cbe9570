package dev.steppe.examples;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableLongArray;
import dev.steppe.scenario.ScenarioTable;
import dev.steppe.score.Comparison;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Table;
import dev.steppe.uncertainty.UncertaintyResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * What Jackson must be told of the library's results; it needs no word about records of numbers,
 * texts, dates, enums and optionals.
 *
 * <ul>
 *   <li>Results that are no records become the rows of their table. Jackson would write {@code {}}.
 *   <li>Guava's lists are written like any others; to read one, Jackson must know how to make it.
 *   <li>Whatever is left is an error, not {@code {}}: profiles and datasets have CSV instead, and
 *       an estimate does not say which kind it is.
 * </ul>
 */
final class SteppeJson {

  private SteppeJson() {}

  /** A mapper that writes results, and reads records. */
  static JsonMapper mapper() {
    return JsonMapper.builder()
        .addModule(
            new SimpleModule("steppe")
                .addSerializer(Table.class, rows(table -> table))
                .addSerializer(Scorecard.class, rows(Scorecard::toTable))
                .addSerializer(Ranking.class, rows(Ranking::toTable))
                .addSerializer(Comparison.class, rows(Comparison::toTable))
                .addSerializer(ScenarioTable.class, rows(ScenarioTable::toTable))
                .addSerializer(UncertaintyResult.class, rows(UncertaintyResult::toTable))
                .addSerializer(ImmutableLongArray.class, as(ImmutableLongArray::toArray))
                .addDeserializer(ImmutableLongArray.class, new Numbers())
                .addDeserializer(ImmutableList.class, new Lists(null)))
        .enable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
        // isExact() and the like follow from the components, and are none.
        .changeDefaultVisibility(checker -> checker.withIsGetterVisibility(Visibility.NONE))
        .build();
  }

  /**
   * The rows of a table, each by header; a missing number is null. Columns of bars have no name.
   */
  static List<Map<String, Object>> rows(Table table) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int row = 0; row < table.rowCount(); row++) {
      Map<String, Object> cells = new LinkedHashMap<>();
      for (int column = 0; column < table.columnCount(); column++) {
        if (!table.headers().get(column).isEmpty()) {
          cells.put(
              table.headers().get(column),
              table.isNumeric(column) ? table.number(row, column) : table.cell(row, column));
        }
      }
      rows.add(cells);
    }
    return rows;
  }

  private static <T> ValueSerializer<T> rows(Function<T, Table> toTable) {
    return as(value -> rows(toTable.apply(value)));
  }

  private static <T> ValueSerializer<T> as(Function<T, Object> known) {
    return new ValueSerializer<>() {
      @Override
      public void serialize(T value, JsonGenerator json, SerializationContext context) {
        json.writePOJO(known.apply(value));
      }
    };
  }

  private static final class Numbers extends ValueDeserializer<ImmutableLongArray> {
    @Override
    public ImmutableLongArray deserialize(JsonParser json, DeserializationContext context) {
      return ImmutableLongArray.copyOf(context.readValue(json, long[].class));
    }
  }

  private static final class Lists extends ValueDeserializer<ImmutableList<?>> {

    private final JavaType list;

    Lists(JavaType list) {
      this.list = list;
    }

    @Override
    public ValueDeserializer<?> createContextual(
        DeserializationContext context, BeanProperty property) {
      return new Lists(
          context
              .getTypeFactory()
              .constructCollectionType(
                  ArrayList.class, context.getContextualType().getContentType()));
    }

    @Override
    public ImmutableList<?> deserialize(JsonParser json, DeserializationContext context) {
      List<?> read = context.readValue(json, list);
      return ImmutableList.copyOf(read);
    }
  }
}
