window.YTD.note_tweet.part0 = [
 {
  "noteTweet": {
   "noteTweetId": "1",
   "updatedAt": "2026-03-01T14:00:00.000Z",
   "lifecycle": {
    "value": "3",
    "name": "Confirmed"
   },
   "createdAt": "2026-03-01T14:00:00.000Z",
   "core": {
    "styletags": [],
    "urls": [
     {
      "expandedUrl": "https://veltrano.example/story",
      "toIndex": "400",
      "shortUrl": "https://t.co/Nn1",
      "displayUrl": "veltrano.example/story",
      "fromIndex": "377"
     }
    ],
    "text": "Veltrano kettles & lids, a long story: it boils, it sings, it stops on time. it boils, it sings, it stops on time. it boils, it sings, it stops on time. it boils, it sings, it stops on time. it boils, it sings, it stops on time. it boils, it sings, it stops on time. it boils, it sings, it stops on time. it boils, it sings, it stops on time. All of it: https://t.co/Nn1",
    "mentions": [],
    "cashtags": [],
    "hashtags": []
   }
  }
 },
 {
  "noteTweet": {
   "noteTweetId": "2",
   "updatedAt": "2026-03-01T14:00:00.000Z",
   "lifecycle": {
    "value": "3",
    "name": "Confirmed"
   },
   "createdAt": "2026-03-01T14:00:00.000Z",
   "core": {
    "styletags": [],
    "urls": [],
    "text": "Another story of the same second: nobody knows how it ends. nobody knows how it ends. nobody knows how it ends. nobody knows how it ends. nobody knows how it ends. nobody knows how it ends. nobody knows how it ends. nobody knows how it ends. nobody knows how it ends. nobody knows how it ends. nobody knows how it ends. nobody knows how it ends. ",
    "mentions": [],
    "cashtags": [],
    "hashtags": []
   }
  }
 },
 {
  "noteTweet": {
   "noteTweetId": "3",
   "updatedAt": "2026-03-01T14:10:00.000Z",
   "lifecycle": {
    "value": "3",
    "name": "Confirmed"
   },
   "createdAt": "2026-03-01T14:10:00.000Z",
   "core": {
    "styletags": [],
    "urls": [],
    "text": "Twice the same beginning, and then this. Twice the same beginning, and then this. Twice the same beginning, and then this. Twice the same beginning, and then this. Twice the same beginning, and then this. Twice the same beginning, and then this. Twice the same beginning, and then this. Twice the same beginning, and then this. ",
    "mentions": [],
    "cashtags": [],
    "hashtags": []
   }
  }
 },
 {
  "noteTweet": {
   "noteTweetId": "4",
   "updatedAt": "2026-03-01T14:10:00.000Z",
   "lifecycle": {
    "value": "3",
    "name": "Confirmed"
   },
   "createdAt": "2026-03-01T14:10:00.000Z",
   "core": {
    "styletags": [],
    "urls": [],
    "text": "Twice the same beginning, and then this. Twice the same beginning, and then this. Twice the same beginning, and then this. Twice the same beginning, and then this. Twice the same beginning, and then this. Twice the same beginning, and then this. Twice the same beginning, and then this. Twice the same beginning, and then this. Or that.",
    "mentions": [],
    "cashtags": [],
    "hashtags": []
   }
  }
 },
 {
  "noteTweet": {
   "noteTweetId": "5",
   "updatedAt": "no day",
   "lifecycle": {
    "value": "3",
    "name": "Confirmed"
   },
   "createdAt": "no day",
   "core": {
    "styletags": [],
    "urls": [],
    "text": "Another story of the same second: nobody knows how it ends. nobody knows how it ends. nobody knows how it ends. nobody knows how it ends. nobody knows how it ends. nobody knows how it ends. nobody knows how it ends. nobody knows how it ends. nobody knows how it ends. nobody knows how it ends. nobody knows how it ends. nobody knows how it ends. ",
    "mentions": [],
    "cashtags": [],
    "hashtags": []
   }
  }
 },
 {
  "noteTweet": {
   "noteTweetId": "6",
   "createdAt": "2026-03-01T14:20:00.000Z"
  }
 }
]
