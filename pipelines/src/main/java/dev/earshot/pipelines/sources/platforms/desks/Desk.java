package dev.earshot.pipelines.sources.platforms.desks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.models.domain.Message;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.json.ChatAccounts;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of desk. All its agents are one side, the brand's; its name is the network of what comes
 * by no social network, and the account of the brand where a conversation names none that the brand
 * file lists.
 */
final class Desk {
  private final String name;
  private final ChatAccounts accounts;

  /**
   * @param name such as {@code zendesk}
   * @param accounts which accounts are brands'
   */
  Desk(String name, ChatAccounts accounts) {
    this.name = name;
    this.accounts = accounts;
  }

  /**
   * A conversation.
   *
   * @param channel where it takes place, in the desk's words; may be anything
   * @param id the desk's number of it
   * @param person the desk's number of the customer
   * @param ownNames accounts of the brand's side by what the desk tells, the likeliest first
   */
  DeskThread thread(String channel, JsonNode id, JsonNode person, List<@Nullable String> ownNames) {
    String social = DeskChannels.networkOf(channel);
    String network = social == null ? name : social;
    List<String> names = new ArrayList<>();
    for (String own : ownNames) {
      if (own != null && !own.isEmpty()) {
        names.add(own);
      }
    }
    names.add(name);
    return new DeskThread(
        network,
        social == null ? "" : name + ":",
        JsonFields.text(id),
        JsonFields.text(person),
        accounts.listed(network, names));
  }

  /** Counts what customers never see: notes of agents. */
  static void skipNote(RecordEmitter<Message> records) {
    records.skip(SkipReason.NOT_PUBLIC);
  }

  /** Counts what is no message: assignments, changes of state, drafts. */
  static void skipActivity(RecordEmitter<Message> records) {
    records.skip(SkipReason.OTHER);
  }
}
