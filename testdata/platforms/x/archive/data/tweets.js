window.YTD.tweets.part0 = [
  {
    "tweet": {
      "id": "2028048384000000301",
      "id_str": "2028048384000000301",
      "created_at": "Sun Mar 01 13:00:00 +0000 2026",
      "full_text": "New kettles &amp; lids",
      "favorite_count": "5",
      "retweet_count": "1",
      "lang": "en",
      "truncated": false
    }
  },
  {
    "tweet": {
      "id_str": "2028048384000000302",
      "created_at": "Sun Mar 01 13:05:00 +0000 2026",
      "full_text": "@ann_fictional sorry about the lid",
      "in_reply_to_status_id_str": "2028048384000000001",
      "in_reply_to_user_id_str": "101",
      "favorite_count": "0",
      "retweet_count": "0"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "edit": {
          "initialTweetId": "2028048384000000303",
          "editControlInitial": {"editTweetIds": ["2028048384000000303", "2028048384000000304"]}
        }
      },
      "id_str": "2028048384000000304",
      "created_at": "Sun Mar 01 13:10:00 +0000 2026",
      "full_text": "Lids are back",
      "favorite_count": "1",
      "retweet_count": "0"
    }
  }
]
