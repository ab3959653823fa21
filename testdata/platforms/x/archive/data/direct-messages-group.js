window.YTD.direct_messages_group.part0 = [
 {
  "dmConversation": {
   "conversationId": "g1",
   "messages": [
    {
     "joinConversation": {
      "initiatingUserId": "1"
     }
    },
    {
     "messageCreate": {
      "id": "m1",
      "senderId": "101",
      "text": "is anyone there?",
      "createdAt": "2026-03-01T15:00:00.000Z"
     }
    },
    {
     "messageCreate": {
      "id": "m2",
      "senderId": "201",
      "text": "we are &lt;3",
      "createdAt": "2026-03-01T15:01:00.000Z"
     }
    },
    {
     "participantsLeave": {
      "userIds": [
       "101"
      ]
     }
    }
   ]
  }
 }
]