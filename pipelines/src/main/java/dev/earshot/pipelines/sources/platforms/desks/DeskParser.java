package dev.earshot.pipelines.sources.platforms.desks;

import dev.earshot.models.domain.Message;
import dev.earshot.pipelines.sources.json.DocumentElement;
import dev.earshot.pipelines.sources.json.RecordEmitter;

/** What reads the answers of a desk, element by element, twice. */
interface DeskParser {
  /** Takes from an element that stands apart from its conversation who the customer may be. */
  default void survey(DocumentElement element, DeskCustomers customers) {}

  /** Finds all messages of an element. */
  void find(DocumentElement element, DeskCustomers customers, RecordEmitter<Message> records);
}
